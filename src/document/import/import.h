/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "problems.h"

G_BEGIN_DECLS

/* Whose price list a file is; told by what it holds, never by its name. */
typedef enum
{
  OUTLAY_IMPORT_CATALOGUE,    /* our own: prices of the person's own */
  OUTLAY_IMPORT_LITELLM,      /* model_prices_and_context_window.json */
  OUTLAY_IMPORT_MODELS_DEV,   /* api.json */
  OUTLAY_IMPORT_GENAI_PRICES, /* data.json, version 1 or 2 */
  OUTLAY_N_IMPORT_FORMATS
} OutlayImportFormat;

/* Why a row of a price list was not taken. */
typedef enum
{
  OUTLAY_LEFT_NO_MODEL,   /* a note of the list to its readers */
  OUTLAY_LEFT_NO_TEXT,    /* answers with pictures, sound, numbers */
  OUTLAY_LEFT_UNPRICED,   /* no price for what goes in, or for what comes out */
  OUTLAY_LEFT_OTHER_UNIT, /* billed by the second, letter or request */
  OUTLAY_LEFT_ZERO,       /* a price of 0 that nobody calls free: unknown */
  OUTLAY_LEFT_DUPLICATE,  /* a second row of the same model */
  OUTLAY_LEFT_BROKEN,     /* a wrong type or range; the problems name each */
  OUTLAY_N_LEFT
} OutlayLeft;

/**
 * OutlayImport:
 * @format: whose list it was
 * @catalogue: (owned): what was taken
 * @n_rows: rows of the file; @n_taken and all of @n_left add up to it
 * @n_taken: rows of which a model was taken
 * @n_free: how many of those are free
 * @n_hours: models besides, for prices that hold at some hours of the day only
 * @n_assumed: models whose context window the list does not tell
 * @n_left: rows that were not taken, by reason
 *
 * What a price list holds.
 */
typedef struct
{
  OutlayImportFormat  format;
  OutlayCatalogue    *catalogue;
  guint               n_rows;
  guint               n_taken;
  guint               n_free;
  guint               n_hours;
  guint               n_assumed;
  guint               n_left[OUTLAY_N_LEFT];
} OutlayImport;

OutlayImport *outlay_import_read            (GBytes             *bytes,
                                             int                 date,
                                             const OutlayPrices *known,
                                             OutlayProblems     *problems);
gboolean      outlay_import_is_list         (GBytes             *bytes);
void          outlay_import_free            (OutlayImport       *import);

const char   *outlay_import_format_get_id   (OutlayImportFormat  format);
const char   *outlay_import_format_get_name (OutlayImportFormat  format);
const char   *outlay_left_get_key           (OutlayLeft          reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayImport, outlay_import_free)

G_END_DECLS
