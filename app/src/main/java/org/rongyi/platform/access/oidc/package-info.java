/** 统一身份认证: what is spoken with a provider of OpenID Connect (docs/decisions/0020). Who may come in is decided elsewhere. */
@NullMarked
package org.rongyi.platform.access.oidc;

import org.jspecify.annotations.NullMarked;
