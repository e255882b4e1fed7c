/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import.h"

G_BEGIN_DECLS

char         *describe_cards   (const OutlayModel  *model);
char         *describe_counts  (const OutlayImport *import);
OutlayImport *import_text      (const char         *text,
                                OutlayProblems     *problems);
OutlayImport *import_sample    (const char         *name);
void          assert_cards     (const OutlayImport *import,
                                const char         *id,
                                const char         *expected);
void          assert_adds_up   (const OutlayImport *import);

G_END_DECLS
