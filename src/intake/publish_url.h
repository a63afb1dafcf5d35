/* The date that the address of a report holds: /2022/03/14/, /2022/mar/14/, 2022-03-14, 20220314, /202203/14/. */
#ifndef DL_INTAKE_PUBLISH_URL_H
#define DL_INTAKE_PUBLISH_URL_H

#include "intake/publish_date.h"

/* The finest date in the path of `uri`: DL_GRAIN_DAY, DL_GRAIN_MONTH, DL_GRAIN_YEAR, or DL_GRAIN_NONE where it holds none. */
dl_grain dl_url_date(const date_words *words, dl_bytes uri, dl_date *date);

#endif
