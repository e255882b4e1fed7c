/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "import.h"

G_BEGIN_DECLS

/**
 * OutlayPriceSource:
 * @id: its name in files and commands: `shipped`, `litellm`, `models-dev`,
 *   `genai-prices`, `own`
 * @name: its name for people
 * @catalogue: (owned): its models
 * @is_previous: whether the newest file could not be read, and this is the one
 *   before it
 *
 * Where prices come from.
 */
typedef struct
{
  const char      *id;
  const char      *name;
  OutlayCatalogue *catalogue;
  gboolean         is_previous;
} OutlayPriceSource;

/**
 * OutlayPriceAlternative:
 * @source: where it comes from
 * @model: the model with that source's cards
 * @is_taken: whether the book goes by it
 *
 * One source's prices of one model. Lives as long as the book is not changed.
 */
typedef struct
{
  const OutlayPriceSource *source;
  const OutlayModel       *model;
  gboolean                 is_taken;
} OutlayPriceAlternative;

/**
 * OutlayPriceBook:
 *
 * Every price there is: those that are shipped, those that were imported, and
 * the person's own, with where each comes from.
 */
typedef struct _OutlayPriceBook OutlayPriceBook;

char                    *outlay_price_book_get_default_folder (void);

OutlayPriceBook         *outlay_price_book_open          (const char             *folder,
                                                          OutlayCatalogue        *shipped,
                                                          OutlayProblems         *problems);
void                     outlay_price_book_free          (OutlayPriceBook        *book);

OutlayCatalogue         *outlay_price_book_get_catalogue (OutlayPriceBook        *book);
const char              *outlay_price_book_get_folder    (const OutlayPriceBook  *book);

guint                    outlay_price_book_get_n_sources (const OutlayPriceBook  *book);
const OutlayPriceSource *outlay_price_book_get_source    (const OutlayPriceBook  *book,
                                                          guint                   position);
const OutlayPriceSource *outlay_price_book_find_source   (const OutlayPriceBook  *book,
                                                          const char             *id);
GArray                  *outlay_price_book_list_alternatives (OutlayPriceBook    *book,
                                                          const char             *model);

gboolean                 outlay_price_book_import        (OutlayPriceBook        *book,
                                                          const OutlayImport     *import,
                                                          GError                **error);
const char              *outlay_price_book_get_choice    (const OutlayPriceBook  *book,
                                                          const char             *model);
gboolean                 outlay_price_book_choose        (OutlayPriceBook        *book,
                                                          const char             *model,
                                                          const char             *source,
                                                          GError                **error);
gboolean                 outlay_price_book_set_own       (OutlayPriceBook        *book,
                                                          const OutlayModel      *model,
                                                          GError                **error);
gboolean                 outlay_price_book_remove_own    (OutlayPriceBook        *book,
                                                          const char             *model,
                                                          GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPriceBook, outlay_price_book_free)

G_END_DECLS
