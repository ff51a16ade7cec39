package org.supercargo.web.door;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

@Interceptor
@AllowedTo
@Priority(Interceptor.Priority.APPLICATION)
class RoleCheck implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CurrentPerson person;

  @AroundInvoke
  @Nullable Object check(InvocationContext call) throws Exception {
    person.require(allowed(call.getMethod()).value());
    return call.proceed();
  }

  private static AllowedTo allowed(Method method) {
    AllowedTo onMethod = method.getAnnotation(AllowedTo.class);
    return onMethod != null
        ? onMethod
        : java.util.Objects.requireNonNull(
            method.getDeclaringClass().getAnnotation(AllowedTo.class));
  }
}
