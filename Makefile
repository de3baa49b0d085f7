# Rådsbord. Two commands do everything on a fresh Debian 12:
#   make run     install what is missing, build, open the panes on a practice copy of the example council
#   make test    install what is missing, build with gcc, with clang and with sanitizers, run every test and fuzzer
#
# Everything is built out of tree, in build/ (build/<variant>/ for the variants). `make help` lists the targets.

VARIANT ?= gcc
CC_gcc = gcc
CC_clang = clang
CC_asan = clang
CC_fuzz = clang
CC_tsan = clang
CC_paket = gcc
CC_portabel = musl-gcc
CFLAGS_gcc = -O2 -g
CFLAGS_clang = -O2 -g
CFLAGS_asan = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
LDFLAGS_asan = -fsanitize=address,undefined
CFLAGS_fuzz = -O1 -g -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS_paket = -O2 -g -ffile-prefix-map=$(CURDIR)=. -fstack-protector-strong -D_FORTIFY_SOURCE=2
LDFLAGS_paket = -Wl,-z,relro -Wl,-z,now
CFLAGS_portabel = -O2 -ffile-prefix-map=$(CURDIR)=. -fstack-protector-strong
LDFLAGS_portabel = -static -no-pie
CFLAGS_tsan = -O1 -g -fsanitize=thread -fno-omit-frame-pointer
LDFLAGS_tsan = -fsanitize=thread
LDFLAGS_fuzz = -fsanitize=address,undefined,fuzzer

CC := $(CC_$(VARIANT))
B := $(if $(filter gcc,$(VARIANT)),build,build/$(VARIANT))
# The one place of the version.
VERSION := 0.1

# Where it is installed, by the names of GNU; DESTDIR= comes before each of them when it is installed, for a package.
PREFIX ?= $(or $(prefix),/usr/local)
bindir ?= $(PREFIX)/bin
libdir ?= $(PREFIX)/lib
includedir ?= $(PREFIX)/include
datarootdir ?= $(PREFIX)/share
datadir ?= $(datarootdir)
mandir ?= $(datarootdir)/man
bashcompletiondir ?= $(datarootdir)/bash-completion/completions

# Word and Excel files are written when their libraries are there; the tests have the documents judged by others.
DEPS_WISHED := libzip-dev libxlsxwriter-dev
DEPS_JUDGES := $(DEPS_WISHED) libical-dev tidy cmark libxml2-utils unzip libreoffice-writer-nogui libreoffice-calc-nogui fonts-crosextra-carlito
ifeq ($(VARIANT),portabel)
# Everything static, from the libraries that data/paket/bibliotek.sh has laid in the build.
OPTIONAL := libzip xlsxwriter
LIBRARY_CFLAGS = -DRADSBORD_PORTABEL -I$(B)/include
LIBS = $(addprefix $(B)/lib/lib,ncursesw.a utf8proc.a zip.a xlsxwriter.a z.a iniparser.a fortify.a)
else
OPTIONAL := $(shell pkg-config --exists libzip && echo libzip) $(shell pkg-config --exists xlsxwriter && echo xlsxwriter)
PACKAGES := ncursesw libutf8proc $(OPTIONAL)
LIBRARY_CFLAGS = $(shell pkg-config --cflags $(PACKAGES))
LIBS = $(shell pkg-config --libs $(PACKAGES)) -liniparser
endif
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 \
            -Wundef -Wwrite-strings -Wpointer-arith -Wcast-align $(if $(CI),-Werror)
COMMIT := $(shell git rev-parse --short HEAD 2>/dev/null || echo okänd)
COMMIT_DATE := $(shell git log -1 --format=%cs 2>/dev/null || date +%Y-%m-%d)
CPPFLAGS += -D_GNU_SOURCE -Iinclude $(if $(filter libzip,$(OPTIONAL)),-DRADSBORD_LIBZIP) $(if $(filter xlsxwriter,$(OPTIONAL)),-DRADSBORD_XLSX)
ALL_CFLAGS = -std=c11 $(CFLAGS_$(VARIANT)) $(WARNINGS) -fPIC -fvisibility=default -MMD -MP $(LIBRARY_CFLAGS) $(CFLAGS)
# Only what is called is linked: some libraries name their own among what others need.
ALL_LDFLAGS = -Wl,--as-needed $(LDFLAGS_$(VARIANT)) $(LDFLAGS)

# ---- what is built --------------------------------------------------------------------------------------------------

MODULES := base engine council store report app ui pane cli
SOURCES := $(sort $(foreach m,$(MODULES),$(wildcard src/$(m)/*.c)))
OBJECTS := $(SOURCES:%.c=$(B)/%.o)
# The engine with the part of base it stands on; everything but indikator_* is made local to the library.
ENGINE_BASE := $(addprefix $(B)/src/base/,num.o mem.o buf.o map.o error.o date.o)
ENGINE_OBJECTS := $(filter $(B)/src/engine/%,$(OBJECTS))
REST := $(filter-out $(ENGINE_OBJECTS) $(B)/src/cli/main.o $(B)/src/cli/generate.o,$(OBJECTS))

TEST_LIBS := $(shell pkg-config --libs libical 2>/dev/null)
TEST_SOURCES := $(sort $(wildcard tests/*/test_*.c))
TESTS := $(TEST_SOURCES:%.c=$(B)/%)
# Programs of the tests, and what tests share: tests/support serves all, the other files of a folder that folder's.
TEST_PROGRAMS := tests/ui/demo.c tests/data/klausuler.c
TEST_SUPPORT := $(patsubst %.c,$(B)/%.o,$(wildcard tests/support/*.c))
neighbours = $(patsubst %.c,$(B)/%.o,$(filter-out $(TEST_SOURCES) $(TEST_PROGRAMS),$(wildcard $(1)*.c)))

GENERATED := radsbord.1 radsbord.5 radsbord.bash
# The interface in other languages than Swedish.
CATALOGUES := $(patsubst data/sprak/%.po,sprak/%/LC_MESSAGES/radsbord.mo,$(wildcard data/sprak/*.po))

all: $(B)/radsbord $(B)/libindikator.so $(GENERATED:%=$(B)/%) $(CATALOGUES:%=$(B)/%)

$(B)/radsbord: $(B)/src/cli/main.o $(B)/librest.a $(B)/libindikator.a
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(B)/librest.a: $(REST)
	@rm -f $@
	ar rcs $@ $^

$(B)/libindikator.o: $(ENGINE_OBJECTS) $(ENGINE_BASE)
	ld -r -o $@ $^
	objcopy --wildcard --keep-global-symbol='indikator_*' $@

$(B)/libindikator.a: $(B)/libindikator.o
	@rm -f $@
	ar rcs $@ $^

# The symbols it shows are listed in indikator.map, and have their version from there.
$(B)/libindikator.so: $(B)/libindikator.o src/engine/indikator.map
	$(CC) $(ALL_LDFLAGS) -shared -Wl,-soname,libindikator.so.0 -Wl,--version-script=src/engine/indikator.map -o $@ $<

# The engine is asked for thousands of verdicts at once.
$(ENGINE_OBJECTS) $(B)/src/base/num.o: CFLAGS_gcc = -O3 -g
$(ENGINE_OBJECTS) $(B)/src/base/num.o: CFLAGS_clang = -O3 -g

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(if $(filter tests/%,$<),-Itests) -c -o $@ $<

# The version, the commit and where the data are installed are in the one file that tells them, which is made anew when one of
# them changes.
TOLD := $(VERSION) $(COMMIT) $(datadir)/radsbord $(OPTIONAL)
$(B)/told: FORCE
	@mkdir -p $(@D)
	@echo '$(TOLD)' | cmp -s - $@ || echo '$(TOLD)' > $@

$(B)/src/cli/version.o: $(B)/told
$(B)/src/cli/version.o: CPPFLAGS += -DRADSBORD_VERSION='"$(VERSION)"' -DRADSBORD_COMMIT='"$(COMMIT)"' \
                                    -DRADSBORD_DATADIR='"$(datadir)/radsbord"'

# The manual pages and the completion, from the program's tables.
$(B)/generate: $(B)/src/cli/generate.o $(B)/librest.a $(B)/libindikator.a
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(GENERATED:%=$(B)/%): $(B)/%: $(B)/generate $(B)/told Makefile
	@$(B)/generate $* $(VERSION) $(COMMIT_DATE) $(if $(filter portabel,$(VARIANT)),share,$(datadir))/radsbord > $@

$(B)/libsupport.a: $(TEST_SUPPORT)
	@rm -f $@
	ar rcs $@ $^

.SECONDEXPANSION:
$(TESTS): $(B)/%: $(B)/%.o $$(call neighbours,$$(dir $$*)) $(B)/libsupport.a $(B)/librest.a $(ENGINE_OBJECTS)
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter-out $(ENGINE_OBJECTS) %.a,$^) -Wl,--start-group $(B)/libsupport.a $(B)/librest.a $(ENGINE_OBJECTS) -Wl,--end-group $(LIBS) -lcmocka -lvterm -lutil $(TEST_LIBS)

$(B)/sprak/%/LC_MESSAGES/radsbord.mo: data/sprak/%.po
	@mkdir -p $(@D)
	@msgfmt --check-format --check-domain -o $@ $<

# Fuzzers: a program for each reader of foreign bytes, over the part of the house it is in.
FUZZERS := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZED := $(patsubst %.c,$(B)/%.o,$(wildcard src/base/*.c src/store/rec*.c src/store/csv*.c src/store/ics*.c src/store/ini*.c src/store/faults.c src/store/io*.c \
          src/store/commit*.c src/store/lock*.c) tests/support/hostile.c)

$(FUZZERS:%=$(B)/fuzz_%): $(B)/fuzz_%: $(B)/tests/fuzz/fuzz_%.o $(FUZZED)
	@$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(B)/demo: $(B)/tests/ui/demo.o $(B)/librest.a
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

# A program in a terminal, for the scripts that try what is installed.
$(B)/panes: $(B)/tests/install/panes.o $(B)/libsupport.a $(B)/librest.a $(B)/libindikator.a
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lcmocka -lvterm -lutil

$(B)/klausuler: $(B)/tests/data/klausuler.o $(B)/librest.a
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

# The engine's threads under the thread sanitizer, with nothing that does not need it.
$(B)/threads: $(B)/tests/engine/test_threads.o $(B)/tests/engine/world.o $(sort $(ENGINE_OBJECTS) $(ENGINE_BASE))
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ -lcmocka

# Benches: each program of tests/bench from its own file and what the benches share.
BENCH_OBJECTS := $(patsubst %,$(B)/tests/bench/%.o,bench country sqlite)
$(B)/bench_engine: $(B)/tests/bench/engine.o $(BENCH_OBJECTS) $(B)/librest.a $(B)/libindikator.a
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lsqlite3

$(B)/bench_scale: $(B)/tests/bench/scale.o $(B)/tests/bench/folder.o $(B)/tests/bench/peers.o $(B)/tests/bench/bench.o $(B)/librest.a $(B)/libindikator.a
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(B)/bench_terminal: $(patsubst %,$(B)/tests/bench/%.o,terminal folder peers bench) $(patsubst %.c,$(B)/%.o,$(wildcard tests/support/vt*.c)) $(B)/librest.a
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lvterm -lutil

-include $(shell find $(B) -name '*.d' 2>/dev/null)

# ---- the two commands -----------------------------------------------------------------------------------------------

DEPS_RUN := gcc make pkg-config binutils gettext libc6-dev libncurses-dev libiniparser-dev libutf8proc-dev
DEPS_TEST := $(DEPS_RUN) clang mandoc desktop-file-utils musl-tools libclang-rt-14-dev libcmocka-dev libvterm-dev recutils

DEPS_PORTABEL := $(DEPS_RUN) $(DEPS_WISHED) musl-tools cmake dpkg-dev xz-utils ncurses-bin zlib1g-dev
DEPS_DEB := $(DEPS_RUN) dpkg-dev lintian

DEPS_BENCH := $(DEPS_RUN) libsqlite3-dev libvterm-dev
# Those it is measured beside; a missing one is said to be.
DEPS_PEERS := recutils calcurse taskwarrior hledger-ui vit tig git less

run: deps-run
	@$(MAKE) --no-print-directory -s all
	@$(B)/radsbord ovning

test: deps-test
	@CI=1 $(MAKE) --no-print-directory -s check VARIANT=gcc
	@CI=1 $(MAKE) --no-print-directory -s check VARIANT=clang
	@CI=1 $(MAKE) --no-print-directory -s check VARIANT=asan
	@CI=1 $(MAKE) --no-print-directory -s threads VARIANT=tsan
	@CI=1 $(MAKE) --no-print-directory -s fuzz VARIANT=fuzz
	@CI=1 $(MAKE) --no-print-directory -s deb-tom
	@CI=1 $(MAKE) --no-print-directory -s musl

# Every test of one variant. The structure tests come first: they are quick and say most.
check: all $(TESTS) $(B)/demo $(B)/klausuler
	@tests/run.sh $(B) $(VARIANT) $(TESTS)

# Several threads in one set, by `make threads VARIANT=tsan`. The sanitizer wants its addresses where it expects them.
threads: $(B)/threads
	@r=$$(setarch -R true 2>/dev/null && echo setarch -R); env -i TSAN_OPTIONS=halt_on_error=1 $$r $(B)/threads 2>&1 | tail -60 > $(B)/threads.log; \
	if grep -q 'PASSED.*1 test' $(B)/threads.log; then echo 'tsan: 1 passed, 0 failed'; \
	else cat $(B)/threads.log; echo 'tsan: 0 passed, 1 failed'; false; fi

# Each fuzzer RUNS times from its corpus; by `make fuzz VARIANT=fuzz`.
RUNS ?= 20000
fuzz: $(FUZZERS:%=$(B)/fuzz_%)
	@tests/fuzz.sh $(B) -runs=$(RUNS) $(FUZZERS)

# The long tests: what make test does in seconds, for TID seconds. Each part gets its share.
TID ?= 1800
torture: deps-test
	@tests/torture.sh $(TID)

torture-lager: all $(addprefix $(B)/tests/,store/test_crash store/test_folder_sweep cli/test_killed store/test_processes app/test_session_random)
	@tests/lager.sh $(B) $(VARIANT) $(TID)

torture-fuzz: $(FUZZERS:%=$(B)/fuzz_%)
	@tests/fuzz.sh $(B) -max_total_time=$$(($(TID) / $(words $(FUZZERS)))) $(FUZZERS)

torture-monkey: all $(B)/tests/e2e/test_monkey
	@tests/monkey.sh $(B) $(VARIANT) $(TID)

# Each promise is taken away, one at a time, and its test must turn red; by RAD= only the rows that match.
mutera: all $(B)/demo $(TESTS)
	@tests/mutera.sh $(B) $(RAD)

# How fast it is, beside others doing the same in the same run. Never a test: it fails only when the answers differ.
bench: deps-bench
	@$(MAKE) --no-print-directory -s all $(B)/bench_engine $(B)/bench_scale $(B)/bench_terminal
	@$(B)/bench_engine
	@rm -rf $(B)/bench && mkdir $(B)/bench
	@$(B)/bench_scale $(B)/bench $(CURDIR)/$(B)/radsbord $(CURDIR)/data
	@rm -rf $(B)/bench && mkdir $(B)/bench
	@$(B)/bench_terminal $(CURDIR)/$(B)/bench $(CURDIR)/$(B)/radsbord $(CURDIR)/data
	@rm -rf $(B)/bench

# ---- installing it --------------------------------------------------------------------------------------------------

# The program with its data, and the library; or one of them alone. DESTDIR= for a package, PREFIX= where it is to stand.
INDIKATOR_VERSION := 0.1
D = $(DESTDIR)

install: install-program install-indikator

install-program: $(B)/radsbord $(GENERATED:%=$(B)/%) $(CATALOGUES:%=$(B)/%)
	install -d $(D)$(bindir) $(D)$(mandir)/man1 $(D)$(mandir)/man5 $(D)$(bashcompletiondir) $(D)$(datadir)/applications \
		$(D)$(datadir)/icons/hicolor/scalable/apps
	install -m 755 $(B)/radsbord $(D)$(bindir)
	for d in config data/sverige data/exempel data/handbok; do (cd $$d && find . -type f ! -name '.*') | while read -r f; do \
		install -D -m 644 "$$d/$$f" "$(D)$(datadir)/radsbord/$${d#data/}/$$f" || exit 1; done || exit 1; done
	for m in $(CATALOGUES); do install -D -m 644 "$(B)/$$m" "$(D)$(datadir)/radsbord/$$m" || exit 1; done
	install -m 644 $(B)/radsbord.1 $(D)$(mandir)/man1
	install -m 644 $(B)/radsbord.5 $(D)$(mandir)/man5
	install -m 644 $(B)/radsbord.bash $(D)$(bashcompletiondir)/radsbord
	install -m 644 data/paket/radsbord.desktop $(D)$(datadir)/applications
	install -m 644 data/paket/radsbord.svg $(D)$(datadir)/icons/hicolor/scalable/apps

install-indikator: $(B)/libindikator.a $(B)/libindikator.so
	install -d $(D)$(includedir) $(D)$(libdir)/pkgconfig $(D)$(mandir)/man3
	install -m 644 include/indikator.h $(D)$(includedir)
	install -m 644 $(B)/libindikator.a $(D)$(libdir)
	install -m 644 $(B)/libindikator.so $(D)$(libdir)/libindikator.so.$(INDIKATOR_VERSION)
	ln -sf libindikator.so.$(INDIKATOR_VERSION) $(D)$(libdir)/libindikator.so.0
	ln -sf libindikator.so.0 $(D)$(libdir)/libindikator.so
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(libdir)|' -e 's|@INCLUDEDIR@|$(includedir)|' -e 's|@VERSION@|$(INDIKATOR_VERSION)|' \
		src/engine/indikator.pc.in > $(D)$(libdir)/pkgconfig/indikator.pc
	install -m 644 data/man/indikator.3 $(D)$(mandir)/man3

# What install laid there; a folder that others share is left.
uninstall:
	rm -rf $(D)$(datadir)/radsbord
	rm -f $(D)$(bindir)/radsbord $(D)$(mandir)/man1/radsbord.1 $(D)$(mandir)/man5/radsbord.5 $(D)$(bashcompletiondir)/radsbord \
		$(D)$(datadir)/applications/radsbord.desktop $(D)$(datadir)/icons/hicolor/scalable/apps/radsbord.svg
	rm -f $(D)$(includedir)/indikator.h $(D)$(libdir)/libindikator.a $(D)$(libdir)/libindikator.so* \
		$(D)$(libdir)/pkgconfig/indikator.pc $(D)$(mandir)/man3/indikator.3

# ---- packages -------------------------------------------------------------------------------------------------------

# The version of a package: between two versions by the time of the commit.
PACKAGE_VERSION := $(VERSION)$(shell TZ=UTC git log -1 --date=format-local:%Y%m%d%H%M --format=+%cd.%h 2>/dev/null)
DEB = build/radsbord_$(PACKAGE_VERSION)_$(shell dpkg --print-architecture 2>/dev/null).deb

# A Debian package of the program and its data.
deb: deps-deb
	@rm -rf build/deb build/*.deb
	@$(MAKE) --no-print-directory -s install-program VARIANT=paket DESTDIR=$(CURDIR)/build/deb PREFIX=/usr
	@data/paket/deb.sh build/deb $(PACKAGE_VERSION) $(DEB)
	@echo $(DEB)

# The package judged by lintian, installed in an empty root that has what it asks for and nothing else, and run there; or in a
# Debian 12 fresh from the net.
deb-tom: deb $(B)/panes
	@tests/deb.sh $(B) $(DEB) tom
deb-prov: deb $(B)/panes
	@tests/deps.sh debootstrap
	@tests/deb.sh $(B) $(DEB) debian

# One static program with its data in a tarball that needs nothing of the machine, with checksums and a list of what is inside.
PORTABEL = build/radsbord-$(PACKAGE_VERSION)-linux-$(shell uname -m)
portabel: deps-portabel
	@rm -rf build/radsbord-*-linux-*
	@mkdir -p build/portabel
	@data/paket/bibliotek.sh build/portabel
	@$(MAKE) --no-print-directory -s install-program VARIANT=portabel DESTDIR=$(CURDIR)/$(PORTABEL) PREFIX=
	@data/paket/portabel.sh $(PORTABEL) build/portabel/delar.tsv $(PACKAGE_VERSION) $(COMMIT)
	@echo $(PORTABEL).tar.gz

# Every source as the portable program needs it, without building its libraries: nothing is called that musl does not have.
musl: deps-test
	@mkdir -p build/musl && for h in curses.h ncurses_dll.h unctrl.h term.h iniparser utf8proc.h zip.h zipconf.h xlsxwriter.h xlsxwriter zlib.h; do \
		ln -sfn $$(ls -d /usr/include/$$h /usr/include/$(shell gcc -dumpmachine)/$$h 2>/dev/null | head -1) build/musl/$$h; done
	@if printf '%s\n' $(SOURCES) data/paket/fortify.c | xargs -P $$(getconf _NPROCESSORS_ONLN) -n 16 musl-gcc -std=c11 -D_GNU_SOURCE -DRADSBORD_LIBZIP \
		-DRADSBORD_XLSX -Iinclude -Ibuild/musl $(WARNINGS) -Werror -fsyntax-only; then echo 'musl: 1 passed, 0 failed'; \
	else echo 'musl: 0 passed, 1 failed'; false; fi

# The tarball unpacked in an empty root, and run there: no library, no terminfo, no locale.
portabel-prov: portabel $(B)/panes
	@tests/portabel.sh $(B) $(PORTABEL).tar.gz

# ---- looking after it -----------------------------------------------------------------------------------------------

# The program does without what is wished for, and says so when it is asked for.
deps-run:
	@tests/deps.sh $(DEPS_RUN)
	@tests/deps.sh $(DEPS_WISHED) 2>/dev/null || true

deps-test:
	@tests/deps.sh $(DEPS_TEST) $(DEPS_JUDGES)

deps-portabel: deps-run
	@tests/deps.sh $(DEPS_PORTABEL)

deps-deb: deps-run
	@tests/deps.sh $(DEPS_DEB)

deps-bench:
	@tests/deps.sh $(DEPS_BENCH)
	@tests/deps.sh $(DEPS_PEERS) 2>/dev/null || true

# Golden screens are written anew; read the difference before you commit it.
golden: all $(TESTS)
	@RADSBORD_GOLDEN=write tests/run.sh $(B) $(VARIANT) $(filter %golden %test_year,$(TESTS)) || true
	@tests/readme.sh

# The catalogues of the other languages, from what the sources mark: new texts come in without a translation, old ones go.
po:
	@data/sprak/po.sh

# The clauses of the report against its text: make klausuler KALLA=path/to/vita-flackar-2026.txt
klausuler: $(B)/klausuler
	@$(B)/klausuler $(KALLA) tests/klausuler.tsv

format:
	clang-format -i $(SOURCES) $(wildcard include/*.h include/radsbord/*/*.h tests/*/*.[ch])

analyse: compile_commands.json
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 -D_GNU_SOURCE -Iinclude src
	clang-tidy -p . --quiet $(SOURCES)

compile_commands.json: Makefile $(SOURCES)
	@{ echo '['; sep=''; for f in $(SOURCES); do \
	  printf '%s{"directory":"%s","file":"%s","arguments":["cc","-std=c11","-D_GNU_SOURCE","-Iinclude","-c","%s"]}' "$$sep" "$(CURDIR)" "$$f" "$$f"; sep=','; done; echo ']'; } > $@

clean:
	rm -rf build compile_commands.json

help:
	@echo 'make              build/radsbord, build/libindikator.a and .so'
	@echo 'make run          install what is missing, build, open the practice council'
	@echo 'make test         install what is missing, run every test: gcc, clang, sanitizers, fuzzers'
	@echo 'make check        the tests of one variant (VARIANT=gcc|clang|asan)'
	@echo 'make torture      the long tests: power cuts, kills, races, fuzzers and the monkey for TID=1800 seconds'
	@echo 'make mutera       take each promise away and see its test turn red: RAD=pattern for some of them'
	@echo 'make bench        install what is missing, measure speed and memory beside SQLite, calcurse, vit, hledger-ui, tig and less'
	@echo 'make install      the program, its data and the library: DESTDIR= PREFIX=/usr/local;  make uninstall'
	@echo 'make install-indikator   the indicator library alone: static, shared, header, pkg-config, man page'
	@echo 'make deb          a Debian package in build/;  make deb-prov   tries it in a fresh Debian 12'
	@echo 'make portabel     a tarball in build/ that needs nothing of the machine;  make portabel-prov   tries it in an empty root'
	@echo 'make golden       write the golden screens anew'
	@echo 'make po           gather the texts of the interface into data/sprak/en.po, to be translated'
	@echo 'make klausuler    prove the clauses against the report: KALLA=the text of the report'
	@echo 'make format       clang-format;  make analyse   cppcheck and clang-tidy'

.PHONY: FORCE all run test check musl portabel portabel-prov deps-portabel deb deb-tom deb-prov deps-deb threads bench install install-program install-indikator uninstall fuzz mutera torture torture-lager torture-fuzz torture-monkey deps-run deps-test deps-bench golden po klausuler format analyse clean help
.SECONDARY:
