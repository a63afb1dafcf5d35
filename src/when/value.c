#include "when/value.h"

static void put(when_value *value, char c) {
    if (value->size < WHEN_VALUE_ROOM) value->text[value->size++] = c;
}

void dl_value_add(when_value *value, const char *text) {
    while (*text) put(value, *text++);
}

void dl_value_number(when_value *value, int64_t number, int digits) {
    char reversed[20];
    int count = 0;
    for (; number > 0 || count < digits || !count; number /= 10) reversed[count++] = (char)('0' + number % 10);
    while (count) put(value, reversed[--count]);
}
