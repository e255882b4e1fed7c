/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayNear:
 *
 * Finds the names nearest to one that was not found, to offer them. They are
 * only ever offered, never taken.
 */
#define OUTLAY_MAX_NEAR 3

typedef struct
{
  const char *wanted;
  gboolean    is_id;
  guint       tolerated; /* how far a name may be, an edit counting ten */
  const char *names[OUTLAY_MAX_NEAR]; /* nearest first */
  guint       distances[OUTLAY_MAX_NEAR];
  guint       n_names;
} OutlayNear;

void  outlay_near_init     (OutlayNear       *near,
                            const char       *wanted);
void  outlay_near_init_id  (OutlayNear       *near,
                            const char       *wanted);
void  outlay_near_consider (OutlayNear       *near,
                            const char       *name);
char *outlay_near_describe (const OutlayNear *near);

G_END_DECLS
