/** The screens of a unit's ranking. */
@NullMarked
package org.rongyi.career.campaign.ranking.web;

import org.jspecify.annotations.NullMarked;
