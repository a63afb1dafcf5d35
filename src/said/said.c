#include "said/said.h"

#include "said/block.h"
#include "said/labels.h"
#include "said/loose.h"
#include "said/sources.h"

void dl_said_read(const dl_know *know, dl_doc *doc) {
    dl_said_reader reader;
    dl_drafts drafts = {0};
    dl_said_name_sources(know, doc);
    dl_said_reader_open(&reader, know, doc);
    for (DL_EACH(s, &doc->sentences)) {
        if (doc->sentences.rows[s].zone == DL_ZONE_BOILERPLATE) continue;
        dl_said_reader_sentence(&reader, s);
        dl_cues_read(&reader, &drafts);
    }
    dl_signatures_read(&reader, &drafts);
    dl_loose_segments_read(&reader, &drafts);
    dl_labels_read(&reader, &drafts);
    dl_blocks_read(&reader, &drafts);
    dl_drafts_write(&reader, &drafts);
}
