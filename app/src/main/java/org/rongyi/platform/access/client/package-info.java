/** 接口用户: other systems that come with a key: named, approved by a second person, and known by their signature (docs/decisions/0023). */
@NullMarked
package org.rongyi.platform.access.client;

import org.jspecify.annotations.NullMarked;
