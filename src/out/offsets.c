#include "out/offsets.h"

/* Units that begin in [from, to). A character outside the Basic Multilingual Plane has a lead byte of F0 or more, and two UTF-16 units. */
static uint32_t count(const dl_offset_map *map, size_t from, size_t to) {
    uint32_t units = 0;
    if (map->unit == DL_OFFSETS_UTF16)
        for (size_t i = from; i < to; i++) units += ((map->text.data[i] & 0xC0) != 0x80) + ((unsigned char)map->text.data[i] >= 0xF0);
    else
        for (size_t i = from; i < to; i++) units += (map->text.data[i] & 0xC0) != 0x80;
    return units;
}

void dl_offsets_start(dl_offset_map *map, dl_bytes text, dl_offsets unit) {
    map->text = text;
    map->unit = unit;
    map->step = text.size / DL_OFFSET_SAMPLES + 1;
    map->last_byte = 0;
    map->last_unit = 0;
    if (unit == DL_OFFSETS_BYTE) return;
    uint32_t units = 0;
    for (size_t i = 0; i * map->step <= text.size && i < DL_OFFSET_SAMPLES; i++) {
        map->samples[i] = units;
        size_t from = i * map->step, to = from + map->step;
        units += count(map, from, to < text.size ? to : text.size);
    }
}

uint32_t dl_offsets_at(dl_offset_map *map, uint32_t byte) {
    if (map->unit == DL_OFFSETS_BYTE) return byte;
    size_t at = byte < map->text.size ? byte : map->text.size;
    size_t sample = at / map->step;
    size_t from = sample * map->step;
    uint32_t units = map->samples[sample];
    if (map->last_byte <= at && map->last_byte > from) {
        from = map->last_byte;
        units = map->last_unit;
    }
    map->last_unit = units + count(map, from, at);
    map->last_byte = at;
    return map->last_unit;
}
