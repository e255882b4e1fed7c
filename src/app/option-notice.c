/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in place of a page about one option that has no figures. */
#include "option-notice.h"

#include "refusals.h"

#include <glib/gi18n.h>

/**
 * outlay_option_notice_show:
 * @heading: the page's
 * @notice: says why
 * @estimate: what the page shows
 * @option: of which option, or -1 for none
 */
void
outlay_option_notice_show (OutlayPageHeading    *heading,
                           AdwStatusPage        *notice,
                           const OutlayEstimate *estimate,
                           int                   option)
{
  g_autofree char *refusal =
    option >= 0 ? outlay_refusal_describe (&estimate->options[option]) : NULL;
  g_autofree char *markup = refusal != NULL ? g_markup_escape_text (refusal, -1) : NULL;

  outlay_page_heading_set_title (heading, option >= 0
                                            ? estimate->options[option].option->name
                                            : _("Nothing to compare yet"));
  outlay_page_heading_set_subtitle (heading, "");
  adw_status_page_set_description (notice, markup);
}
