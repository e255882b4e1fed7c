/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_ROLE_DETAILS (outlay_role_details_get_type ())

G_DECLARE_FINAL_TYPE (OutlayRoleDetails, outlay_role_details, OUTLAY, ROLE_DETAILS, AdwBin)

void  outlay_role_details_show   (OutlayRoleDetails *self,
                                  guint              position);
void  outlay_role_details_rename (OutlayRoleDetails *self);

char *outlay_role_name_input     (const OutlayRole  *role,
                                  const char        *what);

G_END_DECLS
