/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayGrid:
 *
 * Rows of cells, written as a table for people or as CSV (RFC 4180) for
 * programs. A column is either of text, which is set left, or of numbers, which
 * are set right. Numbers never follow the locale.
 */
typedef struct _OutlayGrid OutlayGrid;

OutlayGrid *outlay_grid_new        (void);
void        outlay_grid_free       (OutlayGrid *grid);

void        outlay_grid_add_column (OutlayGrid *grid,
                                    const char *heading,
                                    gboolean    is_number);
void        outlay_grid_add_text   (OutlayGrid *grid,
                                    const char *text);
void        outlay_grid_add_number (OutlayGrid *grid,
                                    double      value,
                                    int         decimals);

char       *outlay_grid_to_table   (OutlayGrid *grid);
char       *outlay_grid_to_csv     (OutlayGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayGrid, outlay_grid_free)

G_END_DECLS
