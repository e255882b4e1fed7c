/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayJsonWriter:
 *
 * Writes JSON as people like to read and compare it: an entry a line, short runs
 * of numbers on one, each number in the fewest digits that read back the same.
 * NaN is written as null.
 */
typedef struct _OutlayJsonWriter OutlayJsonWriter;

OutlayJsonWriter *outlay_json_writer_new          (void);
void              outlay_json_writer_free         (OutlayJsonWriter *writer);
char             *outlay_json_writer_finish       (OutlayJsonWriter *writer);

void              outlay_json_writer_begin_object (OutlayJsonWriter *writer);
void              outlay_json_writer_end_object   (OutlayJsonWriter *writer);
void              outlay_json_writer_begin_list   (OutlayJsonWriter *writer);
void              outlay_json_writer_end_list     (OutlayJsonWriter *writer);
void              outlay_json_writer_begin_line   (OutlayJsonWriter *writer);
void              outlay_json_writer_end_line     (OutlayJsonWriter *writer);

void              outlay_json_writer_key          (OutlayJsonWriter *writer,
                                                   const char       *key);
void              outlay_json_writer_number       (OutlayJsonWriter *writer,
                                                   double            value);
void              outlay_json_writer_whole        (OutlayJsonWriter *writer,
                                                   gint64            value);
void              outlay_json_writer_text         (OutlayJsonWriter *writer,
                                                   const char       *value);
void              outlay_json_writer_flag         (OutlayJsonWriter *writer,
                                                   gboolean          value);
void              outlay_json_writer_null         (OutlayJsonWriter *writer);
void              outlay_json_writer_numbers      (OutlayJsonWriter *writer,
                                                   const double     *values,
                                                   gsize             n_values);

void              outlay_json_writer_add_number   (OutlayJsonWriter *writer,
                                                   const char       *key,
                                                   double            value);
void              outlay_json_writer_add_whole    (OutlayJsonWriter *writer,
                                                   const char       *key,
                                                   gint64            value);
void              outlay_json_writer_add_text     (OutlayJsonWriter *writer,
                                                   const char       *key,
                                                   const char       *value);

char             *outlay_number_to_string         (double            value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayJsonWriter, outlay_json_writer_free)

G_END_DECLS
