/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "estimate.h"
#include "grid.h"
#include "price-book.h"
#include "problems.h"

G_BEGIN_DECLS

/* What a command answers to whoever called it. */
typedef enum
{
  OUTLAY_EXIT_DONE,        /* 0 */
  OUTLAY_EXIT_FAILED,      /* 1: unreadable or refused input */
  OUTLAY_EXIT_USAGE,       /* 2: wrong usage */
  OUTLAY_EXIT_DID_NOT_HOLD /* 3: a check did not hold */
} OutlayExit;

typedef enum
{
  OUTLAY_FORMAT_TABLE,
  OUTLAY_FORMAT_CSV,
  OUTLAY_FORMAT_JSON
} OutlayFormat;

OutlayExit      outlay_cli_estimate      (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_check         (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_simulate      (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_sensitivity   (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_solve         (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_compare       (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_sweep         (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_price         (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_models        (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_rank          (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_chart         (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_report        (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_example       (int                    argc,
                                          char                 **argv);
OutlayExit      outlay_cli_schema        (int                    argc,
                                          char                 **argv);

/* What the commands share. */
gboolean        outlay_cli_parse         (const char            *arguments,
                                          const char            *summary,
                                          const GOptionEntry    *entries,
                                          int                   *argc,
                                          char                ***argv);
gboolean        outlay_cli_parse_format  (const char            *name,
                                          OutlayFormat          *format);
gboolean        outlay_cli_parse_number  (const char            *option,
                                          const char            *text,
                                          double                *value);
gboolean        outlay_cli_parse_whole   (const char            *option,
                                          const char            *text,
                                          gint64                 least,
                                          gint64                 most,
                                          gint64                *value);
gboolean        outlay_cli_parse_chance  (const char            *option,
                                          const char            *text,
                                          double                *value);
gboolean        outlay_cli_parse_option  (const char            *option,
                                          const char            *id,
                                          const OutlayScenario  *scenario,
                                          guint                 *number);
OutlayExit      outlay_cli_usage         (const char            *format,
                                          ...) G_GNUC_PRINTF (1, 2);
OutlayExit      outlay_cli_fail          (const char            *format,
                                          ...) G_GNUC_PRINTF (1, 2);
void            outlay_cli_print_problems (const OutlayProblems *problems);
OutlayScenario *outlay_cli_read_scenario (const char            *path,
                                          OutlayProblems        *problems);
OutlayScenario *outlay_cli_load_scenario (const char            *path);
OutlayEstimate *outlay_cli_estimate_file (const char            *path);
OutlayEstimate *outlay_cli_estimate_hashed (const char          *path,
                                          char                 **hash);
void            outlay_cli_note_rate     (const char            *path,
                                          const OutlayScenario  *scenario);
OutlayCatalogue *outlay_cli_get_catalogue (const char           *path);
OutlayPriceBook *outlay_cli_open_book    (void);
gboolean        outlay_cli_model_matches (const OutlayModel     *model,
                                          char                 **words,
                                          int                    n_words);
void            outlay_cli_add_price     (OutlayGrid            *grid,
                                          double                 price);
gboolean        outlay_cli_all_refused   (const OutlayEstimate  *estimate);

G_END_DECLS
