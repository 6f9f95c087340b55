@NullMarked
package org.rongyi.career.campaign.appeal.web;

import org.jspecify.annotations.NullMarked;
