/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "import.h"

G_BEGIN_DECLS

/* The files of a price book: a catalogue for each source, the good one before
 * it, and what the person chose. */

OutlayCatalogue *outlay_price_store_load          (const char             *folder,
                                                   const char             *source,
                                                   gboolean               *is_previous,
                                                   OutlayProblems         *problems);
gboolean         outlay_price_store_save          (const char             *folder,
                                                   const char             *source,
                                                   const OutlayCatalogue  *catalogue,
                                                   GError                **error);
gboolean         outlay_price_store_import        (const char             *folder,
                                                   const OutlayImport     *import,
                                                   GError                **error);
GHashTable      *outlay_price_store_load_choices  (const char             *folder,
                                                   OutlayProblems         *problems);
gboolean         outlay_price_store_save_choices  (const char             *folder,
                                                   GHashTable             *choices,
                                                   GError                **error);
gboolean         outlay_price_store_write         (const char             *folder,
                                                   const char             *name,
                                                   const char             *text,
                                                   gsize                   length,
                                                   GError                **error);

G_END_DECLS
