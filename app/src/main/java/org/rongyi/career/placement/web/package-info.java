/** 分配试算: the sandbox's page. */
@NullMarked
package org.rongyi.career.placement.web;

import org.jspecify.annotations.NullMarked;
