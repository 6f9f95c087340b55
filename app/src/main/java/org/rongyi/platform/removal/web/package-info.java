/** 清除: the pages of both persons, and the auditor's list. */
@NullMarked
package org.rongyi.platform.removal.web;

import org.jspecify.annotations.NullMarked;
