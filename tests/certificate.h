/* A certificate of X.509 that a test makes for its server. */
#ifndef TESTS_CERTIFICATE_H
#define TESTS_CERTIFICATE_H

#include <time.h>

typedef struct certificate {
    char key[1024], text[2048]; /* PEM */
} certificate;

/* For a host, by name or by its address of IPv4; signed by itself, good from an hour before `until` or before now, whichever is earlier. */
void certificate_make(certificate *made, const char *host, time_t until);

#endif
