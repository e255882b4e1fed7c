/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GLogWriterOutput random_log_write (GLogLevelFlags   level,
                                   const GLogField *fields,
                                   gsize            n_fields,
                                   gpointer         data);

G_END_DECLS
