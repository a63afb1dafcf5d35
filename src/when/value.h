/* The value of a TIMEX3 while it is written. Every expression has one, so no printf. */
#ifndef DL_WHEN_VALUE_H
#define DL_WHEN_VALUE_H

#include "base/bytes.h"

enum { WHEN_VALUE_ROOM = 64 };

typedef struct when_value {
    char text[WHEN_VALUE_ROOM];
    size_t size;
} when_value;

/* What no longer fits is left out; no expression is written as long. */
void dl_value_add(when_value *value, const char *text);
/* With zeros in front up to so many digits. */
void dl_value_number(when_value *value, int64_t number, int digits);

#endif
