/* Addresses that are nobody's on the open internet. */
#ifndef DL_WATCH_ADDRESS_H
#define DL_WATCH_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

/* Whether it is an address of this machine, of a private network, or of no single host (RFC 6890, RFC 4193); of other families than IP always. */
bool dl_address_is_private(const struct sockaddr *address);

#endif
