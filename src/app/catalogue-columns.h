/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayCatalogueColumn:
 * @title: its heading, to be translated
 * @numeric: its texts stand at the end
 * @expand: it takes the room that is left
 * @describe: gives the text of a cell, and a smaller second line or %NULL
 * @measure: what items are sorted by; %NULL: the text
 *
 * A column of a list of models or plans.
 */
typedef struct
{
  const char *title;
  gboolean    numeric;
  gboolean    expand;
  char     *(*describe) (OutlayCatalogueItem  *item,
                         char                **second);
  double    (*measure)  (OutlayCatalogueItem  *item);
} OutlayCatalogueColumn;

extern const OutlayCatalogueColumn outlay_model_columns[];
extern const guint outlay_n_model_columns;
extern const OutlayCatalogueColumn outlay_plan_columns[];
extern const guint outlay_n_plan_columns;

GtkColumnViewColumn *outlay_catalogue_column_new (const OutlayCatalogueColumn *column);

G_END_DECLS
