/** 岗位: its screens. */
@NullMarked
package org.rongyi.career.campaign.post.web;

import org.jspecify.annotations.NullMarked;
