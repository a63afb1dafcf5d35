# dateline: make, make demo, make check, make install, make bench. `make help` lists the rest.
ifeq ($(origin CC),default)
CC       := gcc
endif
PREFIX   ?= /usr/local
SAN      ?=
BUILD    ?= build$(if $(SAN),/san-$(subst $(comma),-,$(SAN)))
comma    := ,

PACKAGES := jansson libutf8proc libxxhash
CFLAGS   ?= -O2 -g
override CFLAGS += -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -fPIC -fno-strict-aliasing -MMD -MP -Iinclude -Isrc -Itests \
    -DDL_DATADIR='"$(PREFIX)/share/dateline"' $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null) \
    $(if $(SAN),-fsanitize=$(SAN) -fno-omit-frame-pointer -fno-sanitize-recover=all -DDL_DEBUG) $(MORE)
LIBS     := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm -pthread
LDFLAGS  += $(if $(SAN),-fsanitize=$(SAN))

LIBRARY  := $(wildcard $(addsuffix /*.c,$(addprefix src/,base text know doc intake lang when where who count said event out engine)))
PROGRAM  := $(wildcard src/cli/*.c)
TESTS    := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))
DATA     := $(sort $(shell find data -name '*.tsv' 2>/dev/null))
object    = $(patsubst %.c,$(BUILD)/%.o,$(1))

.DEFAULT_GOAL := all
.PHONY: all test clean
.SECONDARY:

all: $(BUILD)/libdateline.a $(BUILD)/knowledge.dlk $(BUILD)/english.dlm $(if $(PROGRAM),$(BUILD)/dateline)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(CFLAGS) -c -o $@ $<

$(BUILD)/libdateline.a: $(call object,$(LIBRARY))
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/dateline: $(call object,$(PROGRAM)) $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

# The packer is built without sanitizers' data so that a sanitizer run packs the same bytes.
$(BUILD)/pack: $(call object,tools/pack.c) $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/knowledge.dlk: $(BUILD)/pack $(DATA)
	$(BUILD)/pack $@ data $(DATA)

$(BUILD)/english.dlm: $(wildcard models/english.dlm)
	@mkdir -p $(@D)
	@if [ -f models/english.dlm ]; then cp models/english.dlm $@; fi

$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(BUILD)/tests/support.o $(BUILD)/libdateline.a
	@$(CC) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

test: all $(TESTS)
	@status=0; for t in $(TESTS); do DATELINE_DATA=$(BUILD) $$t || status=1; done; exit $$status

clean:
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
