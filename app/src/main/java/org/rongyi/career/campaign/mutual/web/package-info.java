@NullMarked
package org.rongyi.career.campaign.mutual.web;

import org.jspecify.annotations.NullMarked;
