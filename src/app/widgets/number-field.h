/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_NUMBER_FIELD (outlay_number_field_get_type ())

G_DECLARE_FINAL_TYPE (OutlayNumberField, outlay_number_field, OUTLAY, NUMBER_FIELD, GtkWidget)

/**
 * OutlayFieldReader:
 * @text: what was typed
 * @value: (out): the number in force then
 *
 * Returns: whether @text means more than a number
 */
typedef gboolean (*OutlayFieldReader) (const char *text,
                                       double     *value,
                                       gpointer    data);

void        outlay_number_field_set_reader  (OutlayNumberField *self,
                                             OutlayFieldReader  reader,
                                             gpointer           data);
void        outlay_number_field_set_range   (OutlayNumberField *self,
                                             double             least,
                                             double             most,
                                             double             step,
                                             gboolean           whole);
void        outlay_number_field_set_label   (OutlayNumberField *self,
                                             const char        *label);
double      outlay_number_field_get_value   (OutlayNumberField *self);
void        outlay_number_field_set_value   (OutlayNumberField *self,
                                             double             value);
const char *outlay_number_field_get_problem (OutlayNumberField *self);

G_END_DECLS
