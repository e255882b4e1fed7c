/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FACTOR_CHOICE (outlay_factor_choice_get_type ())

G_DECLARE_FINAL_TYPE (OutlayFactorChoice, outlay_factor_choice,
                      OUTLAY, FACTOR_CHOICE, GtkWidget)

/**
 * OutlayNamedFactor:
 * @factor: a number
 * @name: what it stands for, to be translated
 */
typedef struct
{
  double      factor;
  const char *name;
} OutlayNamedFactor;

void   outlay_factor_choice_set_factors (OutlayFactorChoice      *self,
                                         const OutlayNamedFactor *factors,
                                         guint                    n_factors,
                                         const char              *label,
                                         double                   least,
                                         double                   most);
double outlay_factor_choice_get_value   (OutlayFactorChoice      *self);
void   outlay_factor_choice_set_value   (OutlayFactorChoice      *self,
                                         double                   value);

G_END_DECLS
