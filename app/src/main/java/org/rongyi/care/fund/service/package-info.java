/** 给付的服务: how a service that gives money tells the check of the books what it gave (docs/decisions/0081). */
@NamedInterface("service")
@NullMarked
package org.rongyi.care.fund.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
