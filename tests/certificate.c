#include "certificate.h"

#include <arpa/inet.h>
#include <gnutls/x509.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void need(int code) {
    if (code >= 0) return;
    fprintf(stderr, "the certificate of the tests is not made: %s\n", gnutls_strerror(code));
    exit(1);
}

static void describe(gnutls_x509_crt_t crt, const char *host, time_t until) {
    time_t now = time(NULL);
    struct in_addr address;
    bool by_address = inet_pton(AF_INET, host, &address) == 1;
    need(gnutls_x509_crt_set_version(crt, 3));
    need(gnutls_x509_crt_set_serial(crt, "\1", 1));
    need(gnutls_x509_crt_set_activation_time(crt, (until < now ? until : now) - 3600));
    need(gnutls_x509_crt_set_expiration_time(crt, until));
    need(gnutls_x509_crt_set_dn_by_oid(crt, GNUTLS_OID_X520_COMMON_NAME, 0, host, (unsigned)strlen(host)));
    if (by_address)
        need(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_IPADDRESS, &address, sizeof address, GNUTLS_FSAN_SET));
    else
        need(gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_DNSNAME, host, (unsigned)strlen(host), GNUTLS_FSAN_SET));
}

void certificate_make(certificate *made, const char *host, time_t until) {
    gnutls_x509_privkey_t key;
    gnutls_x509_crt_t crt;
    size_t key_room = sizeof made->key - 1, text_room = sizeof made->text - 1;
    need(gnutls_x509_privkey_init(&key));
    need(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0));
    need(gnutls_x509_crt_init(&crt));
    describe(crt, host, until);
    need(gnutls_x509_crt_set_key(crt, key));
    need(gnutls_x509_crt_sign2(crt, crt, key, GNUTLS_DIG_SHA256, 0));
    memset(made, 0, sizeof *made);
    need(gnutls_x509_privkey_export(key, GNUTLS_X509_FMT_PEM, made->key, &key_room));
    need(gnutls_x509_crt_export(crt, GNUTLS_X509_FMT_PEM, made->text, &text_room));
    gnutls_x509_crt_deinit(crt);
    gnutls_x509_privkey_deinit(key);
}
