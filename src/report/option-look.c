/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "option-look.h"

gboolean
outlay_option_looks_equal (const OutlayOptionLook *a,
                           const OutlayOptionLook *b,
                           guint                   n_options)
{
  for (guint i = 0; i < n_options; i++)
    if (a[i].slot != b[i].slot || a[i].hidden != b[i].hidden || a[i].focus != b[i].focus)
      return FALSE;

  return TRUE;
}
