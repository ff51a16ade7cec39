package org.supercargo.web.door;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.supercargo.access.Role;

/**
 * Only these roles may call the method (or any method of the class); everybody else gets {@link
 * Forbidden}. Put it on every action of a page: a button that is not rendered can still be posted.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowedTo {
  @Nonbinding
  Role[] value() default {};
}
