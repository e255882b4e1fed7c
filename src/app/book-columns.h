/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue-columns.h"

G_BEGIN_DECLS

/* Models with where their prices come from, and with what they cost on some work. */
extern const OutlayCatalogueColumn outlay_book_columns[];
extern const guint outlay_n_book_columns;
extern const OutlayCatalogueColumn outlay_ranking_columns[];
extern const guint outlay_n_ranking_columns;

/* The column by which a ranking is sorted at first. */
#define OUTLAY_RANKING_COLUMN 4

G_END_DECLS
