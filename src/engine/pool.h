/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayPool:
 *
 * Memory that is given back all at once.
 *
 * A scenario or a catalogue is a value that is built, then never changed, so
 * its strings and lists share one lifetime: that of the pool they lie in.
 */
typedef struct _OutlayPool OutlayPool;

OutlayPool *outlay_pool_new    (void);
void        outlay_pool_free   (OutlayPool *pool);

gpointer    outlay_pool_alloc0 (OutlayPool *pool,
                                gsize       n_items,
                                gsize       item_size);
char       *outlay_pool_strdup (OutlayPool *pool,
                                const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPool, outlay_pool_free)

G_END_DECLS
