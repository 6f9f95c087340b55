@NullMarked
package org.rongyi.career.campaign.objection.web;

import org.jspecify.annotations.NullMarked;
