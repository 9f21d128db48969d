# Sourced by the scripts in the root: sets $java, $javac and $release to a JDK that is new enough, or exits.

min_java=17

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

find_jdk() {
  remedy="Set JAVA_HOME to a JDK $min_java or newer."
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    javac=$JAVA_HOME/bin/javac
    [ -x "$java" ] || fail "JAVA_HOME has no bin/java: $JAVA_HOME. $remedy"
  else
    java=$(command -v java) || fail "java not found. Install a JDK $min_java or newer, or set JAVA_HOME."
    javac=$(command -v javac || true)
  fi
  release=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
  release=${release#1.}
  case $release in
    '' | *[!0-9]*) fail "version of $java not found. $remedy" ;;
  esac
  [ "$release" -ge $min_java ] || fail "$java is too old: Java $release. $remedy"
  [ -n "$javac" ] && [ -x "$javac" ] || fail "$java has no javac: it is a runtime, not a JDK. $remedy"
}
