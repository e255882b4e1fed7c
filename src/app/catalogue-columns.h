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
 * @measure: what items are sorted by; %NULL: the name
 * @explain: (nullable): gives the tooltip of a cell, or %NULL
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
  char     *(*explain)  (OutlayCatalogueItem  *item);
} OutlayCatalogueColumn;

char  *outlay_column_describe_class      (OutlayCatalogueItem  *item,
                                          char                **second);
double outlay_column_measure_class       (OutlayCatalogueItem  *item);
char  *outlay_column_describe_input      (OutlayCatalogueItem  *item,
                                          char                **second);
double outlay_column_measure_input       (OutlayCatalogueItem  *item);
char  *outlay_column_describe_output     (OutlayCatalogueItem  *item,
                                          char                **second);
double outlay_column_measure_output      (OutlayCatalogueItem  *item);
char  *outlay_column_describe_cache_read (OutlayCatalogueItem  *item,
                                          char                **second);
double outlay_column_measure_cache_read  (OutlayCatalogueItem  *item);

extern const OutlayCatalogueColumn outlay_model_columns[];
extern const guint outlay_n_model_columns;
extern const OutlayCatalogueColumn outlay_plan_columns[];
extern const guint outlay_n_plan_columns;

void outlay_catalogue_columns_show (GtkColumnView               *view,
                                    const OutlayCatalogueColumn *columns,
                                    guint                        n_columns);
void outlay_catalogue_columns_choose (GtkColumnView              *view,
                                      guint                       shown);

G_END_DECLS
