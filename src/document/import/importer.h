/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import.h"

#include <jansson.h>

G_BEGIN_DECLS

/**
 * OutlayImporter:
 *
 * What the readers of all price lists share: the models taken so far, the
 * counts, and the rules that hold whatever the list.
 */
typedef struct
{
  OutlayImport       *import;
  OutlayPool         *pool;      /* of the catalogue to be */
  const OutlayPrices *known;     /* (nullable): class, tokenizer, window of models */
  OutlayProblems     *problems;
  int                 date;      /* the day on which the list was seen */
  GArray             *models;    /* (element-type OutlayModel) */
  GHashTable         *by_id;     /* id to position in @models, from 1 */
  GHashTable         *known_ids; /* id, and name within it, to OutlayModel */
} OutlayImporter;

/**
 * OutlayImportRow:
 * @path: where it stands in the file
 * @listed: the model's name in the list
 * @provider: whose price it is, as the list names them
 * @model: what is read so far; its cards lie in the importer's pool
 * @thinking_apart: whether thinking has a price of its own, which no card holds
 * @is_broken: whether a problem was named that leaves the row out
 */
typedef struct
{
  const char *path;
  const char *listed;
  const char *provider;
  OutlayModel model;
  gboolean    thinking_apart;
  gboolean    is_broken;
} OutlayImportRow;

/* What a card's base prices say. */
typedef enum
{
  OUTLAY_PRICED,
  OUTLAY_FREE,
  OUTLAY_ZERO,
  OUTLAY_UNPRICED
} OutlayPricing;

/* Readers of the lists: each takes rows, leaves rows, and counts all. */
void             outlay_import_litellm             (OutlayImporter     *importer,
                                                    const json_t       *root);
void             outlay_import_models_dev          (OutlayImporter     *importer,
                                                    const json_t       *root);
void             outlay_import_genai_prices        (OutlayImporter     *importer,
                                                    const json_t       *root);

/* Rows. */
void             outlay_importer_begin_row         (OutlayImporter     *importer,
                                                    OutlayImportRow    *row,
                                                    const char         *path,
                                                    const char         *provider,
                                                    const char         *listed);
void             outlay_importer_leave             (OutlayImporter     *importer,
                                                    OutlayLeft          reason);
void             outlay_importer_take              (OutlayImporter     *importer,
                                                    OutlayImportRow    *row,
                                                    gboolean            says_free);
void             outlay_importer_take_hours        (OutlayImporter     *importer,
                                                    const OutlayImportRow *row,
                                                    const char         *hours,
                                                    OutlayPriceCard    *cards,
                                                    guint               n_cards);
OutlayPriceCard *outlay_importer_new_cards         (OutlayImporter     *importer,
                                                    guint               n_cards);

/* Values. */
double           outlay_importer_number            (OutlayImporter     *importer,
                                                    OutlayImportRow    *row,
                                                    const json_t       *object,
                                                    const char         *key,
                                                    double              scale);
double           outlay_importer_tokens            (const json_t       *object,
                                                    const char         *key);
const char      *outlay_importer_text              (const json_t       *object,
                                                    const char         *key);

/* Rules. */
OutlayPriceBlock outlay_import_empty_block         (void);
OutlayPricing    outlay_import_judge_cards         (const OutlayPriceCard *cards,
                                                    guint               n_cards,
                                                    gboolean            says_free);
void             outlay_import_clean_card          (OutlayPriceCard    *card);
void             outlay_import_sort_blocks         (OutlayPriceCard    *card);
gboolean         outlay_import_says_free           (const char         *text);
gboolean         outlay_import_names_no_text       (const char         *listed);

/* Models that are already known: what no price list tells. */
GHashTable      *outlay_import_index_known         (const OutlayPrices *known);
void             outlay_importer_take_traits       (OutlayImporter     *importer,
                                                    const OutlayImportRow *row,
                                                    OutlayModel        *model);

G_END_DECLS
