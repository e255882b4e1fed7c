/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "axis.h"
#include "cost-cases.h"
#include "fineness.h"

G_BEGIN_DECLS

/* The polynomials in progress have so many terms at the most. */
#define OUTLAY_MOST_TERMS 32

/**
 * OutlayCostTables:
 * @turns: of the factor on turns
 * @tokens: of the factor on tokens
 * @acceptance: of the factor on acceptance
 * @n_terms: terms of each polynomial in progress
 * @n_values: how many values there are at each node, a multiple of 4
 * @is_coarse: whether they were to be finer, but for the memory
 * @values: by turns, tokens and acceptance
 *
 * What a mean task of each set costs, in US dollars at API prices: at each node
 * 2 * @n_terms values a set. The first are the coefficients of a Chebyshev
 * polynomial in progress, over the set's span; the second what a cache that is
 * always cold adds.
 */
typedef struct
{
  const OutlayCostCases *cases;
  OutlayAxis             turns;
  OutlayAxis             tokens;
  OutlayAxis             acceptance;
  guint                  n_terms;
  guint                  n_values;
  gboolean               is_coarse;
  double                *values; /* (owned) */
} OutlayCostTables;

OutlayCostTables *outlay_cost_tables_new  (const OutlayCostCases *cases,
                                           double                 most_tokens,
                                           OutlayFineness         fine,
                                           gsize                  most_memory,
                                           guint                  n_threads);
void              outlay_cost_tables_free (OutlayCostTables      *tables);

/* How many bytes the values take. */
static inline gsize
outlay_cost_tables_get_size (const OutlayCostTables *tables)
{
  return (gsize) tables->turns.n * tables->tokens.n * tables->acceptance.n *
         tables->n_values * sizeof (double);
}

/* The values of a node. */
static inline double *
outlay_cost_tables_get (const OutlayCostTables *tables,
                        guint                   turns,
                        guint                   tokens,
                        guint                   acceptance)
{
  gsize node = ((gsize) turns * tables->tokens.n + tokens) * tables->acceptance.n + acceptance;

  return tables->values + node * tables->n_values;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCostTables, outlay_cost_tables_free)

G_END_DECLS
