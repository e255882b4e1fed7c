/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times of one thing done many times over, in microseconds. */
typedef struct
{
  double best;
  double median;
  double worst;
} Times;

typedef void (* Work) (gpointer data);

Times  measure         (Work        work,
                        gpointer    data,
                        guint       n_runs);
void   print_headings  (void);
void   print_times     (const char *what,
                        Times       times,
                        const char *against,
                        double      other);
double multiply_adds_a_microsecond (void);

G_END_DECLS
