package org.thaw.learners.tabular.internal;
import org.thaw.api.*;
import org.thaw.api.learner.*;
public class Probe {
  @Plugin(kind = Plugin.Kind.LEARNER, id = "probe", summary = "a, \"b\"; c", accepts = {"a:1","b:2"}, privilege = Privilege.SEEN_DATA)
  public static class Factory {}
}
