#include "out/pen.h"

#include "base/error.h"

#include <math.h>

void dl_pen_start(dl_pen *pen, const dl_sink *sink) {
    pen->sink = sink;
    pen->used = 0;
    pen->failed = false;
}

void dl_pen_flush(dl_pen *pen) {
    if (pen->used && !pen->failed) pen->failed = !pen->sink->write(pen->sink->self, pen->buffer, pen->used);
    pen->used = 0;
}

dl_status dl_pen_finish(dl_pen *pen, dl_error *error) {
    dl_pen_flush(pen);
    return pen->failed ? dl_fail(error, DL_CANNOT_WRITE, "the output could not be written") : DL_OK;
}

void dl_pen_more(dl_pen *pen, dl_bytes bytes) {
    dl_pen_flush(pen);
    if (bytes.size <= sizeof pen->buffer)
        dl_pen_bytes(pen, bytes);
    else if (!pen->failed)
        pen->failed = !pen->sink->write(pen->sink->self, bytes.data, bytes.size);
}

void dl_pen_text(dl_pen *pen, const char *text) {
    dl_pen_bytes(pen, dl_bytes_of(text));
}

void dl_pen_repeat(dl_pen *pen, char c, size_t times) {
    for (size_t i = 0; i < times; i++) dl_pen_char(pen, c);
}

/* Four digits at a step, the first without the zeros in front; they are written with what stands behind them in the word of four bytes. */
static size_t spell(char *out, uint64_t number) {
    static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
                                "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    size_t size = number < 10000 ? 0 : spell(out, number / 10000);
    uint32_t four = (uint32_t)(number % 10000), digits = size ? 4u : 1u + (four >= 10) + (four >= 100) + (four >= 1000);
    uint16_t high, low;
    memcpy(&high, pairs + four / 100 * 2, sizeof high), memcpy(&low, pairs + four % 100 * 2, sizeof low);
    uint32_t spelled = (high | (uint32_t)low << 16) >> 8 * (4 - digits);
    memcpy(out + size, &spelled, sizeof spelled);
    return size + digits;
}

size_t dl_spell_number(char *out, int64_t number) {
    size_t sign = number < 0;
    if (sign) *out = '-';
    return sign + spell(out + sign, sign ? -(uint64_t)number : (uint64_t)number);
}

size_t dl_spell_degrees(char *out, double degrees) {
    if (!isfinite(degrees) || fabs(degrees) > 1e6) return 0;
    long long scaled = llround(degrees * 1e5);
    unsigned long long positive = scaled < 0 ? -(unsigned long long)scaled : (unsigned long long)scaled;
    size_t size = scaled < 0;
    if (size) *out = '-';
    size += spell(out + size, positive / 100000);
    unsigned long long fraction = positive % 100000;
    if (!fraction) return size;
    out[size++] = '.';
    for (unsigned long long unit = 10000; fraction; fraction %= unit, unit /= 10) out[size++] = (char)('0' + fraction / unit);
    return size;
}

void dl_pen_number(dl_pen *pen, int64_t number) {
    char *at = dl_pen_room(pen, DL_NUMBER);
    pen->used += dl_spell_number(at, number);
}
