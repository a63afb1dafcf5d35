#include "watch/address.h"

#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A network: the first `bits` of its addresses. */
typedef struct network {
    uint8_t bits;
    uint8_t front[16];
} network;

static const network of_4[] = {
    {8, {0}},          {8, {10}},        {10, {100, 64}}, {8, {127}},           {16, {169, 254}},    {12, {172, 16}}, {24, {192, 0, 0}},
    {24, {192, 0, 2}}, {16, {192, 168}}, {15, {198, 18}}, {24, {198, 51, 100}}, {24, {203, 0, 113}}, {4, {224}},      {4, {240}},
};
static const network of_6[] = {
    {128, {0}}, {128, {[15] = 1}}, {7, {0xfc}}, {10, {0xfe, 0x80}}, {8, {0xff}}, {64, {1, 0}}, {32, {0x20, 1, 0x0d, 0xb8}},
};
/* Those whose last bytes are an address of IPv4: mapped, and of translators. */
static const network holding_4[] = {{96, {[10] = 0xff, [11] = 0xff}}, {96, {0, 0x64, 0xff, 0x9b}}};

static bool in(const network *n, const uint8_t *address) {
    size_t whole = n->bits / 8;
    uint8_t mask = (uint8_t)(0xff00 >> n->bits % 8);
    return !memcmp(address, n->front, whole) && (!mask || ((address[whole] ^ n->front[whole]) & mask) == 0);
}

static bool in_any(const network *networks, size_t count, const uint8_t *address) {
    for (size_t i = 0; i < count; i++)
        if (in(&networks[i], address)) return true;
    return false;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

bool dl_address_is_private(const struct sockaddr *address) {
    if (address->sa_family == AF_INET) return in_any(of_4, COUNT(of_4), (const uint8_t *)&((const struct sockaddr_in *)address)->sin_addr);
    if (address->sa_family != AF_INET6) return true;
    const uint8_t *bytes = ((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr;
    if (in_any(holding_4, COUNT(holding_4), bytes)) return in_any(of_4, COUNT(of_4), bytes + 12);
    return in_any(of_6, COUNT(of_6), bytes);
}
