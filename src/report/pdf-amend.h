/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean outlay_pdf_amend (GByteArray         *file,
                           const char         *language,
                           const char * const *alternatives);

G_END_DECLS
